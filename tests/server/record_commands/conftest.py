from tests.server.record_commands.asked import folder

__all__ = ["folder"]
