# story: more time, with a day that is read wrongly, then with none at all  tz: Europe/Berlin  now: 2026-11-20T10:00
>
> more
> [I only need the words]
> [A yes, or time to decide]
> [Ask for more time]
> Acme
> no reason
> November 30
> skip
> skip
> Robin
> email
> formal
> [I sent it]
> Dear Robin, no problem at all. We are happy to give you until Wednesday, 2 December. Kind regards, Ana
  < pushback.newDate ~ "Wednesday, December 2, 2026"
> no
  < pushback.newDate ~ "I could not read a day" ~ "Which day is it now"
> yesterday
  < pushback.newDate ~ "has passed already"
> 3 December
  < pushback.end.extended
  = o1:reply-by:24h 2026-12-02T09:00
> skip
> Dear Robin, no problem at all. We are happy to give you until Friday, 4 December. Kind regards, Ana
  < pushback.newDate ~ "Friday, December 4, 2026"
> that's right
  < pushback.end.extended
  = o1:reply-by:24h 2026-12-03T09:00
> skip
> Dear Robin, no problem at all, we can give you more time to decide. Take the time you need. Kind regards, Ana
  < pushback.newDate ~ "Which day is it now"
> they named none
  < pushback.newDate ~ "I could not read a day"
> 7 December
  < pushback.end.extended
  = o1:reply-by:24h 2026-12-06T09:00
