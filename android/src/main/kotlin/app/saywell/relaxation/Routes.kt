/** Where relaxation pages are. */
package app.saywell.relaxation

import app.saywell.R
import app.saywell.Route
import app.saywell.ui.LaterScreen

data object RelaxRoute : Route {
    override fun screen() = LaterScreen(R.string.relax)
}

data class RelaxationRoute(val id: String) : Route {
    override fun screen() = LaterScreen(R.string.relax)
}

data object QuickCalmRoute : Route {
    override fun screen() = LaterScreen(R.string.quick_calm)
}
