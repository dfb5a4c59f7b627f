package app.saywell.vault

import android.os.SystemClock
import android.view.View
import app.saywell.R
import app.saywell.exit.QuietRoute

/** Asks for the PIN. Wrong tries make it wait, and never delete anything. */
class LockScreen : PinScreen() {
    private val asks get() = app.vault.door as? Door.Asks
    private val next = Runnable { showWait() }

    override fun open() {
        super.open()
        foot(R.string.forgot_pin, { go(ForgotRoute) }, R.string.just_breathe) { go(QuietRoute) }
        ask(R.string.enter_pin)
        showWait()
    }

    override fun enter(pin: ByteArray) {
        pad.waiting = true
        app.vault.unlock(pin) {
            if (isLeft) return@unlock
            if (app.vault.door is Door.Open) activity.goIn() else if (asks != null) showWait() else activity.reopen()
        }
    }

    /** The wait, second by second; spoken when it begins, at 30 and 10, and when it is over. */
    private fun showWait() {
        page.removeCallbacks(next)
        val asks = asks ?: return
        val left = (asks.until - SystemClock.elapsedRealtime() + 999) / 1000
        val wrong = if (asks.tried) text(R.string.did_not_fit) else ""
        pad.waiting = left > 0
        find<View>(R.id.spoken).accessibilityLiveRegion = if (left in SILENT) View.ACCESSIBILITY_LIVE_REGION_NONE else View.ACCESSIBILITY_LIVE_REGION_POLITE
        when {
            left > 0 -> ask(R.string.enter_pin, wrong, text(R.string.wait_words, span(left)))
            asks.tried -> ask(R.string.enter_pin, wrong, text(R.string.never_deletes))
            else -> ask(R.string.enter_pin)
        }
        if (left > 0) page.postDelayed(next, 1000)
    }

    private fun span(seconds: Long) =
        if (seconds > 90) count(R.plurals.minutes, ((seconds + 59) / 60).toInt(), ((seconds + 59) / 60).toInt())
        else count(R.plurals.seconds, seconds.toInt(), seconds.toInt())

    override fun close() {
        page.removeCallbacks(next)
        super.close()
    }

    private companion object {
        val SILENT = (1L..9L) + (11L..29L)
    }
}
