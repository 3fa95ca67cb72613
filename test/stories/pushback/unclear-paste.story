# story: something unclear is pasted, the guess is wrong, and then it is pressure after all  tz: Europe/Berlin  now: 2026-11-20T10:00
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
> They answered
  < pushback.reply
> see attached
  < pushback.happened [They ask me something] [They try to change my mind]
> bananas
  < pushback.happened ~ "could not match"
> [They try to change my mind]
  < pushback.exactly [With arguments] [With pressure or guilt]
> back
  < pushback.happened ~ "So far"
> [They ask me something]
  < pushback.exactly [Why I decided so]
> feedback
  < pushback.read-as ~ "What happened: They ask for feedback"
  < pushback.next
> [Give one point of feedback]
  < reply.point
> the pay range
  < reply.feedback
> skip
  < drafts.give-feedback ~ "pay range"
> [I sent it]
  < drafts.sent.give-feedback
  = none o1:no-answer:5d
