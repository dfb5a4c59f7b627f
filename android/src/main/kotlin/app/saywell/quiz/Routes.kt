/** Where quiz pages are. */
package app.saywell.quiz

import app.saywell.Route

/** All quizzes. */
data object QuizzesRoute : Route {
    override fun screen() = QuizzesScreen()
}

/** One quiz: how the person stands, and where they begin. */
data class QuizRoute(val id: String) : Route {
    override fun screen() = QuizScreen(this)
}

/** The attempt, at the item that is next. */
data class QuestionRoute(val attempt: String) : Route {
    override fun screen() = QuestionScreen(this)
}

/** A finished attempt. */
data class ResultRoute(val attempt: String) : Route {
    override fun screen() = ResultScreen(this)
}
