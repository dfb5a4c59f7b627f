package app.saywell.settings

import app.saywell.R
import app.saywell.ui.PickOneScreen

class LightScreen : PickOneScreen(R.string.light_or_dark, R.string.light_more) {
    override fun open() = rows(listOf(null, false, true), app.look.dark, { text(lightName(it)) }) { dark ->
        app.look.dark = dark
        activity.goBack()
        activity.recreate()
    }
}

internal fun lightName(dark: Boolean?) = when (dark) {
    null -> R.string.light_as_phone
    false -> R.string.light
    true -> R.string.dark
}
