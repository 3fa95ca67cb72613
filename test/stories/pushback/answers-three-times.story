# story: the employer answers three times: why, better terms, and pressure; each time the same no  tz: Europe/Berlin  now: 2026-11-20T10:00
> I just need the words to decline the offer from Acme
> [A no]
> [No to an offer]
> Data engineer
  < reply.reason
> Pay
> skip
> Ana
> Robin
> [By email]
> warm
  < drafts.decline-offer [I sent it]
> [I sent it]
  < drafts.sent.decline-offer [They answered]
> [Not much]
> skip
> [Not at all]
> Hi Robin,\n\nthank you for letting us know. May I ask what made you decide against us? It would help us a lot.\n\nBest,\nAna
  < menu.about.one ~ "A (Acme)"
  < pushback.read-as ~ "They ask for your reason" [It says something else]
  < assess.pushback ~ "the same reason as before"
  < pushback.next [Give my reason, in one sentence] [Say that my decision stands] [Leave it there]
> [Give my reason, in one sentence]
  = none o1:no-answer:5d
  < reply.channel
> email
  < drafts.answer-why ~ "pay doesn't reach"
> [I sent it]
  < drafts.sent.answer-why
> They answered
  < pushback.reply [They have not answered] [I'd rather choose]
> Robin, we really want you. We can raise the base to 95,000 and add two remote days.
  < noted ~ "The reason you gave: Pay"
  < pushback.meets
> partly
  < pushback.would
> no
  < assess.pushback ~ "your decision stands" ~ "only to learn what they'd pay"
  < pushback.next
> [Say that my decision stands]
  < drafts.stand-by-decision ~ "new terms"
> [I sent it]
  < drafts.sent.stand-by-decision
> Hi Robin, this is unacceptable. You are letting the whole team down, and this is a small industry. Ana
  < pushback.read-as ~ "under pressure"
  < pushback.still
> I have said no
  < assess.pushback ~ "closes the exchange" ~ "stood by your decision once already"
  < pushback.next
> [Close the exchange for good]
  < drafts.final-no ~ "final"
> [I sent it]
  < drafts.sent.final-no
  = none o1:no-answer:5d
