# story: away for three weeks; what can wait comes one a day, and everything is still there  tz: Europe/Berlin  now: 2026-11-20T10:00
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
> [In 6 months]
> [Make the plan]
> I got an offer from Globex, they want an answer by December 18
  < offer.role
> Analyst
  < offer.pay
@ 2026-11-23T23:00
  < reminders.plan-item
@ 2026-11-24T23:00
  < reminders.plan-item
# Friday: the question about the answer. The step of Saturday comes on Monday.
@ 2026-11-27T23:00
  < reminders.no-answer
@ 2026-11-30T23:00
  < reminders.plan-item
@ 2026-12-11T09:00
  < reminders.plan-item
> hello
> go on
  < offer.pay
> 90k
  < offer.extras
@ 2026-12-18T12:00
  < reminders.plan-item
  < reminders.reply-by ~ "About B"
  < reminders.reply-by ~ "tomorrow"
  < reminders.reply-by ~ "today"
