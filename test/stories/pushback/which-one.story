# story: two went out, and the answer names neither; then it names one  tz: Europe/Berlin  now: 2026-11-20T10:00
> I just need the words to decline the offer from Acme
> [A no]
> [No to an offer]
> skip
> no reason
> skip
> Ana
> Robin
> [By email]
> warm
> [I sent it]
> [Not much]
> skip
> [Not at all]
> I just need the words to decline the offer from Globex
> [A no]
> [No to an offer]
> skip
> no reason
> skip
> Mo
> [By email]
> [I sent it]
> [Not much]
> skip
> [Not at all]
> Dear Robin, thank you for your message. We would love your feedback on our interviews. Best, the team
  < menu.about.which [A (Acme)] [B (Globex)] [It is about another one]
> hm
  < menu.about.which
> the Globex one
  < pushback.read-as ~ "feedback"
  < pushback.next
> [Leave it there]
> Dear Robin, thank you for your message. We would love your feedback on our interviews. Best, the Acme team
  < menu.about.one ~ "A (Acme)"
  < pushback.next
> [Leave it there]
> They answered
  < menu.about.which
> [It is about another one]
  < pushback.company ~ "I call this one C"
> Initech
  < pushback.reply
> [They have not answered]
  < pushback.next
> [Send my answer once more]
  < reply.family ~ "I have no message of yours to them"
> stop
  < conversation.cancel
> [Stop it]
> They answered
  < menu.about.which
> cancel
  < conversation.left-as-it-was
! conversation.stale
