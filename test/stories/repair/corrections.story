# story: back, undo, corrections in a row, a question in between, and a stale button  tz: Europe/Berlin  now: 2026-11-20T16:00
> I have an offer from Initech, I must answer by 1 December
  < conversation.summary
  < offer.role
> actually the 3rd of December
  < offer.role ~ "Changed. Reply by: Thursday, December 3, 2026"
  = o1:reply-by:day 2026-12-03T09:00
> change the company to Globex
  < offer.role ~ "Changed. Company: Globex"
> Who can read this?
  < questions.privacy.text
  < offer.role
> why
  < offer.steps.role.why
  < offer.role
> skip
  < offer.pay
> back
  < offer.role ~ "So far"
> Designer
  < offer.pay
> undo
  < offer.role ~ "Taken back"
> repeat
  < offer.role
> [That's all I know]
  < offer.goals
> forward
  < offer.mobility
> fits
  < offer.alternatives
> my present job
  < offer.compare
> better
  < offer.people
> back
  < offer.compare ~ "So far: Better"
> back
  < offer.alternatives ~ "So far: My present job"
> nothing at the moment
  < offer.people ~ "Changed. Best alternative"
> [Sideways]
  < conversation.earlier [Change to: Sideways]
> [Change to: Sideways]
  < offer.people ~ "Changed. Where it leads: Sideways"
> pause
  < conversation.paused
> what's the weather like
  < menu.under-way [Go on]
> hello
  < offer.people
> cancel
  < conversation.cancel [Stop it] [Pause]
> [Stop it]
  < conversation.cancelled
  < menu.text
> [Worse]
  < conversation.stale
