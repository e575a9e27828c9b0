"""What this room keeps of every act; joined by `config`."""

from motcua.reports import tallying

CONSUMERS = (tallying.CONSUMER,)
