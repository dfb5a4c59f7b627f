package app.saywell.vault

import android.os.SystemClock
import android.view.KeyEvent
import android.view.View
import android.widget.Button
import android.widget.TextView
import app.saywell.R
import app.saywell.Screen
import app.saywell.ui.IconTextButton
import app.saywell.ui.PinDots
import app.saywell.ui.PinPad
import app.saywell.ui.setHeading
import app.saywell.ui.showIf

/**
 * Takes a PIN of six digits: the last one sends it. What is typed stays in this page and nowhere else: not in what a rotation keeps, not in a
 * string, and it is overwritten once it was handed on.
 */
abstract class PinScreen(layout: Int = R.layout.vault_pin) : Screen(layout) {
    private var pin = ByteArray(PinDots.COUNT)
    private var typed = 0

    private val dots get() = find<PinDots>(R.id.dots)
    protected val pad get() = find<PinPad>(R.id.pad)

    /** All digits are there. Who takes [pin] overwrites it. */
    protected abstract fun enter(pin: ByteArray)

    override fun open() {
        find<View>(R.id.mark).showIf(layout == R.layout.vault_pin)
        pad.onDigit = ::digit
        pad.onDelete = { keep(typed - 1) }
        pad.onClear = { keep(0) }
        keep(0)
    }

    /** What is asked, and below the dots what was wrong with what was typed, or what to know about it. */
    protected fun ask(title: Int, bold: String = "", words: String = "") {
        find<TextView>(R.id.title).run { setText(title); setHeading() }
        find<TextView>(R.id.bold).run { text = bold; showIf(bold.isNotEmpty()) }
        find<TextView>(R.id.words).run { text = words; showIf(words.isNotEmpty()) }
        keep(0)
    }

    private val tick = Runnable { waits() }
    private var waits = {}

    /**
     * Asks for a PIN of which one did not fit, if [tried]. No try is taken before [until], on the clock of elapsedRealtime: the wait is seen second by
     * second, and spoken when it begins, at 30 and 10, and when it is over.
     */
    protected fun askAgain(title: Int, until: Long, tried: Boolean) {
        waits = { showWait(title, until, tried) }
        waits()
    }

    private fun showWait(title: Int, until: Long, tried: Boolean) {
        page.removeCallbacks(tick)
        val left = (until - SystemClock.elapsedRealtime() + 999) / 1000
        val wrong = if (tried) text(R.string.did_not_fit) else ""
        pad.waiting = left > 0
        find<View>(R.id.spoken).accessibilityLiveRegion = if (left in SILENT) View.ACCESSIBILITY_LIVE_REGION_NONE else View.ACCESSIBILITY_LIVE_REGION_POLITE
        when {
            left > 0 -> ask(title, wrong, text(R.string.wait_words, span(left)))
            tried -> ask(title, wrong, text(R.string.never_deletes))
            else -> ask(title)
        }
        if (left > 0) page.postDelayed(tick, 1000)
    }

    private fun span(seconds: Long) =
        if (seconds > 90) count(R.plurals.minutes, ((seconds + 59) / 60).toInt(), ((seconds + 59) / 60).toInt())
        else count(R.plurals.seconds, seconds.toInt(), seconds.toInt())

    protected fun foot(start: Int, onStart: () -> Unit, end: Int = 0, onEnd: () -> Unit = {}) {
        find<Button>(R.id.start).run { setText(start); setOnClickListener { onStart() }; visibility = View.VISIBLE }
        if (end != 0) find<IconTextButton>(R.id.end).run { setText(end); setOnClickListener { onEnd() }; visibility = View.VISIBLE }
    }

    private fun digit(digit: Int) {
        if (typed == pin.size || pad.waiting) return
        pin[typed] = ('0'.code + digit).toByte()
        keep(typed + 1)
        if (typed < pin.size) return
        val whole = pin
        pin = ByteArray(whole.size)
        enter(whole)
    }

    private fun keep(digits: Int) {
        typed = digits.coerceAtLeast(0)
        pin.fill(0, typed)
        dots.filled = typed
    }

    override fun typed(event: KeyEvent): Boolean {
        val code = event.keyCode
        when {
            event.unicodeChar.toChar() in '0'..'9' -> digit(event.unicodeChar - '0'.code)
            code == KeyEvent.KEYCODE_DEL -> keep(typed - 1)
            else -> return false
        }
        return true
    }

    override fun close() {
        page.removeCallbacks(tick)
        pin.fill(0)
    }

    private companion object {
        val SILENT = (1L..9L) + (11L..29L)
    }
}
