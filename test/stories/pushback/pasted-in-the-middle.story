# story: pasted in the middle of another flow, misread, and corrected  tz: Europe/Berlin  now: 2026-11-20T10:00
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
> I got an offer from Initech
  < offer.deadline
> Dear Robin, thank you for your honest answer. We respect your decision and wish you all the best. Regards, Ana
  < conversation.another-start
  < menu.about.one ~ "A (Acme)"
  < pushback.read-as ~ "They accept your answer"
  < pushback.next [Leave it there] [A line to stay in touch]
> [It says something else]
  < pushback.happened
> [They offer something new]
  < pushback.exactly
> another role
  < assess.pushback ~ "It is another job"
  < pushback.next
> Hi Robin, one more thing: I forgot to say that we would love your feedback on our interview process. Best, Ana
  < pushback.read-as ~ "feedback"
  < pushback.next
> [Leave it there]
  < pushback.end.leave
  < offer.deadline ~ "Back to your offer"
