package app.saywell

import app.saywell.help.HelpCardRoute
import app.saywell.help.TermRoute
import app.saywell.journal.PlanRoute
import app.saywell.lesson.UnitRoute
import app.saywell.quiz.QuizRoute
import app.saywell.relaxation.RelaxationRoute
import app.saywell.scenario.ScenarioRoute

/** The page that an id of the course leads to: ids begin with the noun of their feature. Nothing where no page shows it. */
fun routeTo(id: String): Route? = when (id.substringBefore('/')) {
    "lesson" -> UnitRoute(id)
    "help" -> HelpCardRoute(id)
    "term" -> TermRoute(id)
    "quiz" -> QuizRoute(id)
    "scenario" -> ScenarioRoute(id)
    "relaxation" -> RelaxationRoute(id)
    "journal" -> PlanRoute
    else -> null
}
