package app.saywell.vault

import app.saywell.R
import app.saywell.exit.QuietRoute

/** Asks for the PIN. Wrong tries make it wait, and never delete anything. */
class LockScreen : PinScreen() {
    private val asks get() = app.vault.door as? Door.Asks

    override fun open() {
        super.open()
        foot(R.string.forgot_pin, { go(ForgotRoute) }, R.string.just_breathe) { go(QuietRoute) }
        ask(R.string.enter_pin)
        if (app.vault.isTrying) pad.waiting = true else askAgain()
    }

    /** The answer is for the page that is seen then: this one may have been turned. */
    override fun enter(pin: ByteArray) {
        pad.waiting = true
        app.vault.unlock(pin) { (app.seen as? LockScreen)?.answered() }
    }

    private fun answered() {
        if (app.vault.door is Door.Open) activity.goIn() else if (asks != null) askAgain() else activity.reopen()
    }

    private fun askAgain() { asks?.let { askAgain(R.string.enter_pin, it.until, it.tried) } }

    /** Who goes away while the PIN is looked at has not come in. */
    override fun close() {
        super.close()
        if (app.vault.isTrying && !comesBack) app.vault.lock()
    }
}
