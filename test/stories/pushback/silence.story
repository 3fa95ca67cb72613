# story: silence, one confirmation, and then nothing more is owed  tz: Europe/Berlin  now: 2026-11-20T10:00
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
  = o1:no-answer:5d 2026-11-27T10:00
> They answered
> [They have not answered]
  < pushback.read-as ~ "They have not answered"
  < assess.pushback ~ "one confirmation is the most it needs"
  < pushback.next [Leave it there] [Send my answer once more]
> [Send my answer once more]
  < drafts.decline-offer ~ "once more"
> [I sent it]
  < drafts.sent.decline-offer
  = none o1:no-answer:5d
> They answered
> [They have not answered]
> [Send my answer once more]
  < drafts.confirmed-once
> They answered
> [They have not answered]
> [Leave it there]
  < pushback.end.silence
