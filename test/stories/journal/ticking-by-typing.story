# story: a no is sent, the 30 days are planned, and steps are ticked by number, in words and by a goal  tz: Europe/Berlin  now: 2026-11-20T10:00
> I only need the words to decline an offer
> 1
> 1
> Acme Corp
> Data engineer
> It is not the right fit
> your open answers about the team
> Ana
> Robin
> email
> warm
  < drafts.decline-offer
> [I sent it]
  < stay-in-touch.interest [Not much] [Perhaps] [Very much]
> very much
  < stay-in-touch.terms
> a place closer to home
  < stay-in-touch.months [In 3 months] [In 6 months] [In 9 months] [Not at all]
> [In 3 months]
  < stay-in-touch.end.done
  < plan.offer [Make the plan]
  = o1:reconnect:1 2027-02-20T10:00
  = o1:no-answer:5d 2026-11-27T10:00
> [Make the plan]
  < plan ~ "File a copy" ~ "Monday, November 23, 2026" [Write the note with me] [Find the goal with me]
  < plan.which [File the copy] [Update the tracker] [Connect on LinkedIn] [Refresh CV and profile] [Choose a goal]
  = o1:plan-item:copy 2026-11-21T10:00
  = o1:plan-item:tracker 2026-11-24T10:00
  = none o1:plan-item:relocation
> 2
  < plan.which ~ "Ticked: Update the tracker."
  = none o1:plan-item:tracker
> I refreshed my cv
  < plan.which ~ "Ticked: Refresh CV and profile."
  = none o1:plan-item:cv
> [Update the tracker]
  < plan.which ~ "ticked already"
> plan
  < plan ~ "Still open" ~ "Done"
> [Find the goal with me]
  < development-goal.goal
> Lead a small team
  < plan.which ~ "Ticked: Choose a goal."
> plan
  < plan ~ "Lead a small team"
> [Write the note with me]
  < reply.appreciation
> cancel
  < conversation.cancel
> [Stop it]
  < conversation.cancelled
@ 2026-11-23T12:00
  < reminders.plan-item ~ "About A" [Show me] [Done] [Later] [Another time] [Don't remind me]
> [Done]
  < plan.which ~ "Ticked: File the copy."
> the linkedin one
  < plan.complete ~ "The whole plan is done"
> plan
  < plan ~ "Connect with one of the people you met"
  < plan.complete
! reminders.plan-item ~ "Acme"
