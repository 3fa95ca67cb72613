# story: edits what a draft, a decision and a sent message rest on  tz: Europe/Berlin  now: 2026-11-20T16:00
> I just need the words to decline the offer from Acme
> [A no]
> [No to an offer]
> Data enginer
> Pay
> the frank talk with Ana
> Ana
> Robin
> [By email]
> warm
  < drafts.decline-offer ~ "Data enginer"
> edit "Data enginer": Data engineer
  < conversation.edited.changed ~ "Role: Data engineer (before: Data enginer)"
  < drafts.decline-offer ~ "Data engineer"
> edit "warm": formal
  < drafts.decline-offer ~ "Dear Ana"
> [I sent it]
  < drafts.sent.decline-offer
> edit "Ana": Anna
  < conversation.edited.sent ~ "stays filed as it was" ~ "Anna" [Write a new message]
> edit "the frank talk with Ana": the frank talk with Anna
  < conversation.edited.sent ~ "nothing changes by itself"
> edit "formal": formal
> [Not much]
> skip
> [Not at all]
> list
  < menu.list
> edit "list": lists
> edit "lists": I got an offer from Initech
  < conversation.edited.elsewhere
> I got an ofer form Initech, maybe
> something odd
  < conversation.not-understood
> edit "something odd": I got an offer from Initech
  < conversation.summary ~ "Initech"
  < offer.deadline
> I want to die
  < conversation.distress
> edit "I got an offer from Initech": I don't want to live any more
  < conversation.distress
