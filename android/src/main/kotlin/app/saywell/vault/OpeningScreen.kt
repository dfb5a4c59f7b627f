package app.saywell.vault

import app.saywell.R
import app.saywell.Screen

class OpeningScreen : Screen(R.layout.vault_opening) {
    override fun open() = app.vault.ask({ }) {
        if (isLeft) return@ask
        if (app.vault.door.isPassed) activity.goIn() else activity.reopen()
    }
}
