/** Where help pages are. */
package app.saywell.help

import app.saywell.R
import app.saywell.Route
import app.saywell.ui.LaterScreen

data object HelpRoute : Route {
    override fun screen() = LaterScreen(R.string.help_now)
}

data class HelpCardRoute(val id: String) : Route {
    override fun screen() = LaterScreen(R.string.help_now)
}

data class TermRoute(val id: String) : Route {
    override fun screen() = LaterScreen(R.string.word_list)
}
