# story: an offer, declined kindly, and back in touch a year later  tz: Europe/Berlin  now: 2026-11-20T16:00
>
  < greeting.hello ~ "scripted coach"
  < greeting.privacy ~ "may be able to keep, search and export"
  < menu.text [I have an offer] [I have a counteroffer]
> [I have an offer]
  < offer.company ~ "I call this one A" [Why do you ask?]
> Acme Corp
  < offer.deadline ~ "Noted: Acme Corp." [Skip]
> Friday
  < conversation.which
> November 27
  < offer.role ~ "Friday, November 27, 2026"
  = o1:reply-by:48h 2026-11-25T09:00
  = o1:reply-by:24h 2026-11-26T09:00
  = o1:reply-by:day 2026-11-27T09:00
> Data engineer
  < offer.pay
> 85k a year
  < offer.extras ~ "85,000 a year"
> [That's all I know]
  < offer.goals [Closer to what I want] [Sideways]
> sideways
  < offer.mobility
> it fits
  < offer.alternatives
> my present job
  < offer.compare
> about the same
  < offer.people
> [It clashes with what I won't give up]
  < offer.warning
> nothing
  < offer.gap
> 1
  < conversation.summary
  < assess.offer ~ "a kind and clear no" ~ "Pay rarely mends that" ~ "What would change it"
  < offer.decision [Say no] [Costs and benefits] [Checklist]
> [Say no]
  < before-no.worry [Skip]
> [Skip]
  < reply.reason
  = o1:decided-not-sent:24h 2026-11-21T16:00
> It is not the right fit
  < reply.appreciation
> your open answers about the team
  < reply.to
> Ana
  < reply.me
> Robin
  < reply.channel
> email
  < reply.register
> warm
  < drafts.decline-offer ~ "Ana" ~ "Robin" ~ "your open answers about the team" [I sent it] [Edit] [Phone script]
> [Edit]
  < drafts.edit
> Dear Ana,\n\nthank you for your open answers about the team. I have decided to decline the offer. I wish you and the team all the best, and hope we stay in touch.\n\nRobin
  < drafts.decline-offer ~ "word for word" ~ "hope we stay in touch"
# Neither the weekend nor the evening is disturbed, and the note names nobody.
@ 2026-11-23T09:00
  < reminders.decided-not-sent ~ "About A" [Show me]
@ 2026-11-25T08:59
  < reminders.decided-not-sent
@ 2026-11-25T09:00
  < reminders.reply-by ~ "Friday" [Look at it now]
> [Look at it now]
  < drafts.decline-offer ~ "hope we stay in touch"
> [I sent it]
  < drafts.sent.decline-offer
  < stay-in-touch.interest [Very much]
  = o1:no-answer:5d 2026-12-02T10:00
  = none o1:reply-by:24h
  = none o1:decided-not-sent:24h
> perhaps
  < stay-in-touch.terms
> a smaller team
  < stay-in-touch.months [In 12 months]
> [In 12 months]
  < stay-in-touch.end.done ~ "an article of theirs or a milestone"
  < plan.offer [Make the plan]
  = o1:reconnect:1 2027-11-25T10:00
@ 2027-11-30T10:00
  < reminders.reconnect ~ "12 months" [Write a few lines] [Later] [Another time]
> [Write a few lines]
  < noted ~ "What fell short: Nothing falls short"
  < reconnect.toward
> [A new conversation about work]
  < reply.reason
