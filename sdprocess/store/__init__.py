"""The only place that speaks SQL. Fulfils the ports of services."""
