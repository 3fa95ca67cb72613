# story: signed, sure, and unwilling to wait for advice  tz: Europe/Berlin  now: 2026-11-20T10:00
> I already accepted the offer from Acme and I want out
  < conversation.summary ~ "Acme"
  < accepted.how [Aloud] [In writing, not signed] [I signed]
> Can they sue me?
  < questions.legal.text ~ "can't give legal advice"
  < accepted.how
> I signed the contract
  < accepted.move
> planned
  < accepted.contract
> with the company
  < accepted.notice
> yes
  < accepted.why
> another offer
  < accepted.mends
> no
  < accepted.sure
> yes
  < assess.accepted ~ "asking somebody for advice first" ~ "You have signed" ~ "If it had only been said"
  < take-care ~ "A signed contract can have legal effects" ~ "Ask an immigration lawyer" ~ "No lawyer has reviewed it" ~ "November 20, 2026"
  < accepted.decision [Take it back] [Keep my yes] [Get advice first]
> [Take it back]
  < accepted.end.rescind ~ "by voice" ~ "accept what follows" ~ "help that you can keep"
  < reply.role
  = o1:decided-not-sent:24h 2026-11-21T10:00
> Data engineer
  < reply.reason
> I accepted another job
  < reply.handover
> skip
  < reply.appreciation
> skip
  < reply.to
> Ana
  < reply.me
> Robin
  < reply.channel ~ "when you take back a yes" [By phone] [By email]
> [By phone]
  < reply.register
> warm
  < drafts.rescind-acceptance ~ "withdrawing my acceptance" ~ "If they push" [I made the call] [Rehearse the call] [Nobody answers]
> [I made the call]
  < drafts.called [Write the confirmation]
  = o1:confirm-call:1h 2026-11-20T11:00
> [Write the confirmation]
  < drafts.follow-up-after-call ~ "withdrawing my acceptance"
> [I sent it]
  < drafts.sent.follow-up-after-call [Look back at it] [They answered]
> [Look back at it]
  < look-back.early
> they pressed me for an answer
  < look-back.next
> I name a day before I answer
  < look-back.end.hurry ~ "You will have my answer by Thursday"
! ~ "you should"
