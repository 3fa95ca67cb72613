# story: the employer's date is remembered on working mornings, without a name  tz: America/New_York  now: 2026-11-20T10:00
> I got an offer from Acme Corp, they want an answer by November 27
  < greeting.hello
  < greeting.privacy
  < conversation.summary ~ "Acme Corp" ~ "Friday, November 27, 2026"
  < offer.role
  = o1:reply-by:48h 2026-11-25T09:00
@ 2026-11-25T12:00
  < reminders.reply-by ~ "About A" ~ "Friday" [Look at it now] [Done] [Later] [Another time] [Don't remind me]
> [Look at it now]
  < offer.role
> pause
  < conversation.paused [Go on]
@ 2026-11-27T09:30
  < reminders.reply-by ~ "tomorrow"
  < reminders.reply-by ~ "today"
> [Later]
  < reminders.planned ~ "November 27, 2026" ~ "12:30"
> [Don't remind me]
  < reminders.cancel
> list
  < menu.list ~ "A: Acme Corp, open"
