package app.saywell.quiz

import app.saywell.Hand
import app.saywell.R
import app.saywell.Route
import app.saywell.Screens
import app.saywell.Sight
import app.saywell.home.HomeRoute
import app.saywell.ui.plain
import org.saywell.engine.ItemKind
import org.saywell.engine.Question
import org.saywell.engine.QuizResult

class QuizScreensTest : Screens(
    Sight("05-quizzes", HomeRoute, QuizzesRoute, before = { playAll(FIRST_QUIZ) }),
    Sight("05-quiz-first", HomeRoute, QuizRoute(FIRST_QUIZ)),
    Sight("05-quiz-again", HomeRoute, QuizRoute(FIRST_QUIZ), before = {
        playAll(FIRST_QUIZ)
        playTo(FIRST_QUIZ) { it.number.toInt() == 3 }
    }),
    question("05-quiz-one", { it.kind == ItemKind.ONE }) { tap(it.options.first().text.plain()) },
    question("05-quiz-many", { it.kind == ItemKind.MANY }) { tap(it.options[1].text.plain()) },
    question("05-quiz-true-false", { it.kind == ItemKind.TRUE_FALSE }) {},
    question("05-quiz-feedback", { it.kind == ItemKind.ONE }) { answer(it) },
    question("05-quiz-feedback-many", { it.kind == ItemKind.MANY }) { answer(it) },
    Sight("06-quiz-result", HomeRoute, QuizRoute(FIRST_QUIZ), then = { ends(playAll(FIRST_QUIZ)) }),
    Sight("06-quiz-result-well", HomeRoute, QuizRoute(FIRST_QUIZ), then = { ends(playWell(FIRST_QUIZ)) }),
)

private fun question(name: String, wanted: (Question) -> Boolean, then: Hand.(Question) -> Unit) = Sight(name, HomeRoute, QuizRoute(FIRST_QUIZ), then = {
    val question = playTo(FIRST_QUIZ, wanted)
    opens(QuestionRoute(question.attempt))
    then(question)
})

private fun Hand.answer(question: Question) {
    tap(question.options.first().text.plain())
    tap(R.id.next)
}

private fun Hand.ends(result: QuizResult) = opens(ResultRoute(result.attempt.id))

private fun Hand.opens(route: Route) {
    activity.go(route)
    rest()
}
