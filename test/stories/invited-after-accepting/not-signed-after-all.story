# story: the yes turns out not to be signed; the advice turns, and going for information is open about it  tz: America/Chicago  now: 2026-11-20T15:00
>
> [Something else]
  < menu.more [Invited, but I accepted elsewhere]
> [Invited, but I accepted elsewhere]
  < invited-after-accepting.company
> Hooli
  < invited-after-accepting.role
> Product manager
  < invited-after-accepting.interview
> Monday 9am
  < invited-after-accepting.deadline
> skip
  < invited-after-accepting.contact
> skip
  < invited-after-accepting.final
> it is final
  < invited-after-accepting.inside
> no
  < invited-after-accepting.goals
> partly
  < invited-after-accepting.terms
> the one I accepted
  < invited-after-accepting.place
> back
  < invited-after-accepting.terms ~ "So far: The one I accepted"
> this new one
  < invited-after-accepting.place ~ "Changed. Better terms"
> the one I accepted
  < invited-after-accepting.beyond
> a fallback
  < invited-after-accepting.standing
> losing a good contact
  < invited-after-accepting.duties
> no
  < assess.invited-after-accepting ~ "could be worth an hour" ~ "You have doubts about your yes"
  < invited-after-accepting.decision
> change your yes to nothing is signed
  < assess.invited-after-accepting ~ "the job you accepted comes first" ~ "your yes can still fall through" ~ "I am no lawyer"
  < checklist ~ "Still open\n• Your yes elsewhere is final"
  < invited-after-accepting.decision ~ "Changed. Your yes"
> go for information
  < going ~ "That you have said yes elsewhere" ~ "Confirm today" [I was there, and I'm in doubt]
@ 2026-11-22T12:00
> menu
  < menu.text [Change my decision]
> [Change my decision]
  < assess.invited-after-accepting ~ "less than a day away"
  < invited-after-accepting.decision
> [Decline the invitation]
  < invited-after-accepting.end.call-first
  < reply.appreciation
  = o1:decided-not-sent:24h 2026-11-22T13:00
> skip
  < reply.me
> Lee
  < reply.register
> brief
  < drafts.decline-invitation ~ "Before you call" [I made the call]
> [I made the call]
  < drafts.called [Write the confirmation]
> [Write the confirmation]
  < drafts.follow-up-after-call ~ "interview" ~ "Lee"
! reply.reason
! reply.to
