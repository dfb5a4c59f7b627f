/** Where help pages are. */
package app.saywell.help

import app.saywell.Route

/** All help cards, and the lists beside them. */
data object HelpRoute : Route {
    override fun screen() = HelpScreen()
}

data class HelpCardRoute(val id: String) : Route {
    override fun screen() = HelpCardScreen(this)
}

/** The questions of the PEP helper, and what it says. */
data object PepRoute : Route {
    override fun screen() = PepScreen()
}

data object TermsRoute : Route {
    override fun screen() = TermsScreen()
}

data class TermRoute(val id: String) : Route {
    override fun screen() = TermScreen(this)
}

/** Places and lines, as a programme has added them. */
data object ResourcesRoute : Route {
    override fun screen() = ResourcesScreen()
}

/** Every fact of the course, with its sources and how far its review has come. */
data object ClaimsRoute : Route {
    override fun screen() = ClaimsScreen()
}
