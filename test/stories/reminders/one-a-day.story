# story: two that can wait fall on one day; the second comes the next working day, and does not call itself late  tz: Europe/Berlin  now: 2026-11-20T10:00
> I only need the words to decline an offer
> 1
> 1
> Acme
> skip
> no reason
> skip
> skip
> Robin
> email
> warm
> [I sent it]
> perhaps
> skip
> not at all
> [Make the plan]
> reminders
> [Change 1]
> [Another time]
> 11/27 at 10am
  < reminders.planned
  = o1:plan-item:copy 2026-11-27T10:00
@ 2026-11-24T12:00
  < reminders.plan-item
@ 2026-11-27T17:00
  < reminders.no-answer
> reminders
  < reminders.list ~ "Sent last"
@ 2026-11-30T17:00
  < reminders.plan-item
@ 2026-12-01T17:00
  < reminders.plan-item
! ~ "This comes late"
