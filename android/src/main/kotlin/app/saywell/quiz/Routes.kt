/** Where quiz pages are. */
package app.saywell.quiz

import app.saywell.R
import app.saywell.Route
import app.saywell.ui.LaterScreen

data class QuizRoute(val id: String) : Route {
    override fun screen() = LaterScreen(R.string.quiz)
}

data object ReviewRoute : Route {
    override fun screen() = LaterScreen(R.string.look_back)
}
