# story: edits an answer below a decision that is made, and a text of their own  tz: Europe/Berlin  now: 2026-11-20T16:00
> I have an offer from Initech, I must answer by 1 December
> Designer
> 80k a year
> [That's all I know]
> forward
> fits
> nothing at the moment
> fit
> none
> none
  < offer.decision
> accept
  < reply.appreciation
> edit "80k a year": 90k a year
  < conversation.edited.decided ~ "Base pay: 90,000 a year (before: 80,000 a year)" ~ "What was decided" [Change my decision]
  < reply.appreciation
> edit "accept": decline
  < conversation.edited.decided ~ "nothing changes by itself" [Change my decision]
  < reply.appreciation
> edit "I have an offer from Initech, I must answer by 1 December": I have an offer from Initek, I must answer by 1 December
  < conversation.edited.decided ~ "Initek"
> skip
> skip
> Robin
> [By email]
> warm
  < drafts.accept-offer ~ "Initek" ~ "90,000"
> edit "90k a year": 95k a year
  < conversation.edited.decided ~ "95,000"
  < drafts.accept-offer ~ "95,000"
