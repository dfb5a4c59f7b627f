package app.saywell.vault

import android.view.View
import app.saywell.R
import app.saywell.Screen
import app.saywell.ui.Sure

/** What can be done without the PIN: wait and try, or delete everything. */
class ForgotScreen : Screen(R.layout.vault_forgot) {
    private val sure by lazy { Sure(page, find(R.id.choices)) {} }

    override fun open() {
        find<View>(R.id.back_to_pin).setOnClickListener { activity.goBack() }
        find<View>(R.id.delete_all).setOnClickListener { sure.ask(text(R.string.delete_all_sure)) { wipe() } }
    }

    private fun wipe() {
        page.waits()
        app.wipe(all = true) { wiped ->
            if (!isLeft) wiped.onSuccess { activity.beginAnew() }.onFailure { page.problem(it, ::wipe) { activity.goBack() } }
        }
    }
}
