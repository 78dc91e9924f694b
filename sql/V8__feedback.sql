-- Floor 10, feedback: no tables of its own. Feedback lies among the events (kind 15); this finds it.
create index co_event_feedback on co_event (occurred_at) where kind = 15;
