package app.saywell.lesson

import app.saywell.Screens
import app.saywell.Sight
import app.saywell.home.HomeRoute
import app.saywell.ui.plain
import org.saywell.engine.CardKind

class LessonScreensTest : Screens(
    Sight("02-chapters", HomeRoute, ChaptersRoute),
    Sight("02-chapter", HomeRoute, ChaptersRoute, ChapterRoute("chapter/talk-it-through"), before = {
        readAll("lesson/start-here")
        readTo("lesson/education") { it is CardKind.Check }
    }),
    card("03-read", "lesson/undetectable") { it is CardKind.Read },
    card("04-exchange", "lesson/perseverance") { it is CardKind.Exchange },
    card("04-check", "lesson/education") { it is CardKind.Check },
    card("04-check-not-quite", "lesson/education", { tapAnswer(right = false) }) { it is CardKind.Check },
    card("04-check-over", "lesson/education", { tapAnswer(right = false); tapAnswer(right = true) }) { it is CardKind.Check },
    card("04-steps", "lesson/condoms-and-dams") { it is CardKind.Steps },
    card("04-table", "lesson/condoms-and-dams") { it is CardKind.Table },
    card("04-reflect", "lesson/talk-early") { it is CardKind.Reflect },
    card("04-practise", "lesson/perseverance") { it is CardKind.Practise },
    card("31-safety-check", "lesson/talk-early") { it is CardKind.Gate },
    Sight("06-unit-end", HomeRoute, ChaptersRoute, UnitEndRoute("lesson/start-here", "lesson/start-here/what-gets-easier"), before = { readAll("lesson/start-here") }),
    Sight("19-sources", HomeRoute, SourcesRoute(arrayListOf("H32", "H6", "M8"))),
)

private fun card(name: String, unit: String, then: app.saywell.Hand.() -> Unit = {}, wanted: (CardKind) -> Boolean) =
    Sight(name, HomeRoute, ChaptersRoute, UnitRoute(unit), before = { readTo(unit, wanted) }, then = then)

/** On the check of `lesson/education`: what it offers is in the course, which of them is right too. */
private fun app.saywell.Hand.tapAnswer(right: Boolean) {
    val check = readTo("lesson/education") { it is CardKind.Check }.card.kind as CardKind.Check
    tap(check.options.first { it.right == right }.text.plain())
}
