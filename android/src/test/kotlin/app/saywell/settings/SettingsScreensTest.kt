package app.saywell.settings

import android.widget.RadioGroup
import app.saywell.Hand
import app.saywell.R
import app.saywell.Screens
import app.saywell.Sight
import app.saywell.core
import app.saywell.home.HomeRoute
import app.saywell.moment
import app.saywell.phone
import app.saywell.reminder.some
import app.saywell.vault.setPin
import app.saywell.vault.type

class SettingsScreensTest : Screens(
    Sight("21-settings", HomeRoute, SettingsRoute, before = ::asDrawn),
    Sight("21-settings-first", HomeRoute, SettingsRoute),
    Sight("21-settings-without", HomeRoute, SettingsRoute, before = {
        core { lesson().outline() }
        phone.forget()
        phone.secret.bytes = null
    }) {
        tap(R.id.go_without)
    },
    Sight("21-keep", HomeRoute, SettingsRoute, KeepRoute),
    Sight("21-keep-sure", HomeRoute, SettingsRoute, KeepRoute, before = ::aNote) { pick90() },
    Sight("21-keep-went", HomeRoute, SettingsRoute, KeepRoute, before = { aNote(100) }) { pick90(); tap(R.id.delete) },
    Sight("21-today-nothing", HomeRoute, SettingsRoute, DeleteTodayRoute),
    Sight("21-today", HomeRoute, SettingsRoute, DeleteTodayRoute, before = ::aNote),
    Sight("21-today-deleted", HomeRoute, SettingsRoute, DeleteTodayRoute, before = ::aNote) { tap(R.id.delete) },
    Sight("21-delete-all", HomeRoute, SettingsRoute, DeleteAllRoute),
    Sight("21-language", HomeRoute, SettingsRoute, LanguageRoute),
    Sight("21-light", HomeRoute, SettingsRoute, LightRoute),
    Sight("21-check", HomeRoute, SettingsRoute, CheckRoute, before = ::aNote),
    Sight("21-about", HomeRoute, SettingsRoute, AboutRoute),
    Sight("21-pin-off", HomeRoute, SettingsRoute, PinSettingsRoute),
    Sight("21-pin", HomeRoute, SettingsRoute, PinSettingsRoute, before = { setPin("271828") }),
    Sight("21-pin-set", HomeRoute, SettingsRoute, PinSettingsRoute, PinTaskRoute(PinTask.SET)),
    Sight("21-pin-remove", HomeRoute, SettingsRoute, PinSettingsRoute, PinTaskRoute(PinTask.REMOVE), before = { setPin("271828") }),
    Sight("21-space", HomeRoute, SettingsRoute, PinSettingsRoute, PinTaskRoute(PinTask.SPACE), before = { setPin("271828") }),
    Sight("21-fresh-key", HomeRoute, SettingsRoute, PinSettingsRoute, PinTaskRoute(PinTask.KEY)),
    Sight("21-pin-new", HomeRoute, SettingsRoute, PinSettingsRoute, PinPadRoute(PinTask.SET)) { type("314159"); type("314158"); type("31") },
    Sight("21-pin-wait", HomeRoute, SettingsRoute, PinSettingsRoute, PinPadRoute(PinTask.REMOVE), before = { setPin("271828") }) { repeat(5) { type("111111") } },
    Sight("21-pin-done", HomeRoute, SettingsRoute, PinSettingsRoute, PinEndRoute(PinTask.SET, true)),
    Sight("21-space-none", HomeRoute, SettingsRoute, PinSettingsRoute, PinEndRoute(PinTask.SPACE, false)),
    Sight("22-welcome", WelcomeRoute),
    Sight("22-welcome-hide", WelcomeRoute) { tap(R.id.next) },
    Sight("22-welcome-two", WelcomeRoute) { repeat(2) { tap(R.id.next) } },
)

/** As in the mockup. */
private fun asDrawn() {
    some()
    core { vault().use { it.setRetention(90u, moment) } }
    setPin("271828")
}

/** The third row, in whatever digits. */
private fun Hand.pick90() = tap(page.findViewById<RadioGroup>(R.id.rows).getChildAt(2))

private fun aNote() = aNote(0)

private fun aNote(daysAgo: Long) {
    core { journal().writeNote("11111111-1111-4111-8111-111111111111", "a note", moment.minusDays(daysAgo)) }
}
