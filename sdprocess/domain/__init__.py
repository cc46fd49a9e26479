"""The nouns of the product as frozen values. Standard library only; knows no file, database, web or clock."""
