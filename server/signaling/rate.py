"""How often somebody may do something: a token bucket."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(slots=True)
class Rate:
    per_second: float
    burst: float
    left: float = field(init=False)
    spent_at_s: float = 0.0

    def __post_init__(self) -> None:
        self.left = self.burst

    def spend(self, now_s: float) -> bool:
        """False if that was one too many."""
        self.left = min(self.burst, self.left + (now_s - self.spent_at_s) * self.per_second)
        self.spent_at_s = now_s
        if self.left < 1:
            return False
        self.left -= 1
        return True
