# story: three decisions show a pattern, three adjustments are kept, and the next look back shows them  tz: Europe/Berlin  now: 2026-11-17T10:00
> review
  < journal.review.none
> I only need the words to decline an offer
> 1
> 1
> Acme
> skip
> Pay
> skip
> skip
> Robin
> email
> warm
> [I sent it]
> perhaps
> skip
> not at all
  = all:review:quarter 2027-02-17T10:00
> review
  < journal.review ~ "Your log holds 1 so far" ~ "too few"
  < quarterly-review.first
> [That's all I know]
  < quarterly-review.end.none
> I only need the words to decline an offer
> 1
> 1
> Globex
> skip
> Pay
> skip
> skip
> email
> [I sent it]
> perhaps
> skip
> not at all
> I only need the words to decline an offer
> 1
> 1
> Initech
> skip
> growth
> skip
> skip
> email
> [I sent it]
> perhaps
> skip
> not at all
> look back
  < journal.review ~ "The reason that came up most is: Pay, 2 of 3 times." ~ "You asked for a change in 0 of 3." ~ "Pay  ██ 2" ~ "2026, quarter 4  ███ 3" ~ "Ask for the pay range"
  < quarterly-review.first
> Ask for the range in the first call
  < quarterly-review.second
> Name one number
  < quarterly-review.third
> skip
  < quarterly-review.end.done
@ 2027-02-17T12:00
  < reminders.review [Look back] [Done] [Later] [Another time] [Don't remind me]
  = all:review:quarter 2027-05-17T10:00
> [Look back]
  < journal.review ~ "What you set out to do on" ~ "Name one number"
  < quarterly-review.first
> review
  < journal.review
  < quarterly-review.first
> cancel
> log
  < journal.log ~ "3 in all"
