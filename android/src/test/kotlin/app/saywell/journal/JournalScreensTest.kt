package app.saywell.journal

import app.saywell.R
import app.saywell.Screens
import app.saywell.Sight
import app.saywell.core
import app.saywell.home.HomeRoute
import app.saywell.lesson.readTo
import app.saywell.moment
import org.saywell.engine.CardKind
import org.saywell.engine.PlanFields

private const val ONE = "00000000-0000-4000-8000-000000000001"
private const val TWO = "00000000-0000-4000-8000-000000000002"

class JournalScreensTest : Screens(
    Sight("18-notes-first", HomeRoute, NotesRoute),
    Sight("18-notes", HomeRoute, NotesRoute, before = { writeSome() }),
    Sight("18-note", HomeRoute, NotesRoute, NoteRoute(TWO), before = { writeSome() }),
    Sight("18-note-delete", HomeRoute, NotesRoute, NoteRoute(ONE), before = { writeSome() }, then = { tap(R.id.delete) }),
    Sight("31-plan-safety", HomeRoute, NotesRoute, PlanRoute),
    Sight("18-plan-first", HomeRoute, NotesRoute, MyPlanRoute(TWO)),
    Sight("18-plan", HomeRoute, NotesRoute, MyPlanRoute(ONE), before = { writeSome() }),
    Sight("18-plan-share", HomeRoute, NotesRoute, ShareRoute(ONE), before = { writeSome() }),
)

private fun writeSome() {
    val card = readTo("lesson/talk-early") { it is CardKind.Reflect }.card.id
    core {
        journal().writeNote(ONE, "What I like about us: we laugh, we listen, and we come back after a fight.\nAsk again on Sunday.", moment)
        journal().writeCardNote(TWO, card, "On the path by the river", moment.plusMinutes(1))
        journal().writePlan(
            ONE,
            PlanFields("Sunday, when we have both slept", "The park, near the bus stop", "I like us. Can we talk about how we look after each other?", "We go together", "I need to get going. More next time."),
            moment,
        )
    }
}
