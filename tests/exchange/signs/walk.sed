# Signs that mean something in Twee, SugarCube or HTML, for the small scenario of the author's tests.
s|It is Sunday\.|:: Start \\\\[a\\\\] {b} of Sunday: '''c''', //d//, $e, \\\\_f\\\\_, \\\\\<\\\\\<if g>> and ==h== -- i \\\\\&amp; j.|
s|Slowly, hand in hand\.|\\"$e\\" -> \\\\[\\\\[b\|c\\\\]\\\\] \<- \\\\\<\\\\\<if d>> \\\\\\\\ 'f' \\\\_g\\\\_ so.|
s|"It's nothing\."|"\\"It's nothing.\\""|
s|"Whatever\."|"name"|
s|"I hate the rain\."|"אני לא אוהב גשם. U=U."|
s|"They walk\."|"#They walk: \\\\*so\\\\* \\\\\</nowiki> \& #1."|
