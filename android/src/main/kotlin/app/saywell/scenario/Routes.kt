/** Where scenario pages are. */
package app.saywell.scenario

import app.saywell.R
import app.saywell.Route
import app.saywell.ui.LaterScreen

data object RehearseRoute : Route {
    override fun screen() = LaterScreen(R.string.rehearse)
}

data class ScenarioRoute(val id: String) : Route {
    override fun screen() = LaterScreen(R.string.rehearse)
}
