# story: five working days after a no, over a weekend; nothing more is owed  tz: Europe/Berlin  now: 2026-11-19T15:00
> I only need the words to decline an offer
> 1
> 1
> Acme Corp
> skip
> no reason
> skip
> skip
> Robin
> email
> warm
> [I sent it]
  = o1:no-answer:5d 2026-11-26T10:00
> perhaps
> skip
> not at all
@ 2026-11-26T09:59
@ 2026-11-26T10:00
  < reminders.no-answer ~ "About A" [They answered] [No answer] [Later] [Another time] [Don't remind me]
> [Later]
  < reminders.planned ~ "Friday, November 27, 2026"
@ 2026-11-27T10:30
  < reminders.no-answer
> [No answer]
  < reminders.no-answer.owed [Show what I sent]
  = none o1:no-answer:5d
> [Show what I sent]
  < drafts.decline-offer ~ "Robin"
! ~ "reminders.no-answer Acme"
