/** The PIN: what can be done about it. */
package app.saywell.settings

import android.view.View
import app.saywell.R
import app.saywell.Route
import app.saywell.Screen
import app.saywell.ui.showIf

class PinSettingsScreen : Screen(R.layout.settings_pin) {
    override fun open() {
        val hasPin = app.vault.hasPin
        row(R.id.set, !hasPin, PinTaskRoute(PinTask.SET))
        row(R.id.change, hasPin, PinPadRoute(PinTask.CHANGE))
        row(R.id.remove, hasPin, PinTaskRoute(PinTask.REMOVE))
        row(R.id.space, hasPin, PinTaskRoute(PinTask.SPACE))
        row(R.id.fresh_key, true, PinTaskRoute(PinTask.KEY))
    }

    private fun row(id: Int, shown: Boolean, route: Route) = find<View>(id).run {
        showIf(shown)
        setOnClickListener { go(route) }
    }
}
