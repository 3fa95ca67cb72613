# story: three currencies and periods, weights, and a present job of which little is said  tz: Europe/London  now: 2026-11-17T10:00
>
> [Something else]
  < menu.more [Compare two or more offers]
> [Compare two or more offers]
  < comparison.count ~ "I call this one A"
> compare
  < comparison.count
> three
> I'd like to weigh them
  < comparison.weight-pay [Matters most] [Not at all]
> matters most
> [That's all I know]
  < comparison.name1
> Acme
  < comparison.pay1 ~ "Noted: Acme."
> £60k to £70k a year
  < comparison.top1
> £5k a year
> good
> good
> mixed
> skip
> poor
  < comparison.name2
> [That's all I know]
  < comparison.name3
> my present job
> £300 a day
> £2k a year
> good
> poor
> [That's all I know]
  < comparison.picture ~ "too little yet" ~ "from £65,000 a year" ~ "Number 2: what is the base pay" ~ "my present job: what is paid on top" ~ "Acme: where in the range"
  < comparison.result
> why
  < comparison.steps.result.why
  < comparison.result
> I can't tell yet
  < comparison.end.unsure
> list
  < menu.list ~ "A: Acme, open"
