"""Everything that touches the world: pages, signalling, the media plane, the stores. May import facilitation."""
