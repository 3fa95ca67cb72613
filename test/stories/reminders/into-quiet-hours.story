# story: a reminder is moved into the night and onto a weekend; it says when it will really come  tz: America/New_York  now: 2026-11-17T10:00
> I got an offer from Acme Corp, they want an answer by November 27
  = o1:reply-by:48h 2026-11-25T09:00
> my reminders
  < reminders.list ~ "The next 3 of 3" ~ "the date you were given (A)" [Change 1] [Change 3]
> [Change 1]
  < reminders.one ~ "What would you like to do with this one: the date you were given (A)?" [Look at it now] [Done] [Later] [Another time] [Don't remind me]
> [Another time]
  < reminders.move
> tomorrow at 11pm
  < reminders.planned-later ~ "Wednesday, November 18, 2026, 11:00 PM falls into your quiet hours" ~ "Thursday, November 19, 2026, 9:00 AM"
  = o1:reply-by:48h 2026-11-18T23:00
> reminders
  < reminders.list ~ "Thursday, November 19, 2026, 9:00 AM: the date you were given (A)"
> [Change 2]
> [Another time]
> blorp
  < reminders.move-unread
> cancel
  < conversation.left-as-it-was
> reminders
> [Change 2]
> [Another time]
> 11/28 at 8pm
  < reminders.planned-later ~ "Sunday, November 29, 2026, 9:00 AM"
@ 2026-11-19T08:59
@ 2026-11-19T09:00
  < reminders.reply-by ~ "on Friday, November 27, 2026"
> [Don't remind me]
  < reminders.cancel
@ 2026-11-29T10:00
  < reminders.reply-by ~ "today"
  < reminders.reply-by ~ "has passed"
> reminders
  < reminders.none ~ "on time, all is well"
