/** Where settings pages are. */
package app.saywell.settings

import app.saywell.R
import app.saywell.Route
import app.saywell.ui.LaterScreen

data object SettingsRoute : Route {
    override fun screen() = LaterScreen(R.string.settings)
}
