/** Where settings pages are, and the first pages, which set the same. */
package app.saywell.settings

import app.saywell.Route

data object SettingsRoute : Route {
    override fun screen() = SettingsScreen()
}

data object WelcomeRoute : Route {
    override fun screen() = WelcomeScreen()
}

data object KeepRoute : Route {
    override fun screen() = KeepScreen()
}

data object DeleteTodayRoute : Route {
    override fun screen() = DeleteTodayScreen()
}

data object DeleteAllRoute : Route {
    override fun screen() = DeleteAllScreen()
}

data object LightRoute : Route {
    override fun screen() = LightScreen()
}

data object LanguageRoute : Route {
    override fun screen() = LanguageScreen()
}

data object CheckRoute : Route {
    override fun screen() = CheckScreen()
}

data object AboutRoute : Route {
    override fun screen() = AboutScreen()
}

data object PinSettingsRoute : Route {
    override fun screen() = PinSettingsScreen()
}

/** What to know before it is done. */
data class PinTaskRoute(val task: PinTask) : Route {
    override fun screen() = PinTaskScreen(task)
}

/** The pad, for each PIN that it takes. */
data class PinPadRoute(val task: PinTask) : Route {
    override fun screen() = PinPadScreen(task)
}

/** What came of it: [done], or there was a reason not to. */
data class PinEndRoute(val task: PinTask, val done: Boolean) : Route {
    override fun screen() = PinEndScreen(task, done)
}
