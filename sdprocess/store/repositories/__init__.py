"""One repository per aggregate; each fulfils the protocol of the same name in `services.ports`."""
