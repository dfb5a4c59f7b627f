package app.saywell.scenario

import android.content.Context
import android.graphics.Canvas
import android.graphics.Paint
import android.os.SystemClock
import android.util.AttributeSet
import android.view.HapticFeedbackConstants
import android.view.View
import app.saywell.R
import app.saywell.ui.dp
import app.saywell.ui.drop
import app.saywell.ui.stroke
import app.saywell.ui.textPaint

/**
 * For how long two people have talked, in a ring that fills. It runs forward only, past the end too; nothing ticks. It counts by the clock that
 * goes on in deep sleep, so that a screen that went off takes no time away.
 */
class TalkTimer(context: Context, attrs: AttributeSet?) : View(context, attrs) {
    private val track = stroke(R.color.sw_line, 8f)
    private val done = stroke(R.color.sw_accent, 8f).apply { strokeCap = Paint.Cap.ROUND }
    private val number = textPaint(40f, R.color.sw_text).apply { textAlign = Paint.Align.CENTER }
    private val small = textPaint(14f, R.color.sw_text2).apply { textAlign = Paint.Align.CENTER }
    private val tick = Runnable { count() }
    private var before = 0L
    private var since: Long? = null
    private var minutes = 1
    private var over = false
    private var told = 0L

    /** Told every quarter of a minute, to store the time. */
    var onTime: (Long) -> Unit = {}

    /** Told once, when the minutes are over. */
    var onOver: () -> Unit = {}

    init { isFocusable = true }

    /** Milliseconds that they have talked. */
    val elapsed get() = before + (since?.let { SystemClock.elapsedRealtime() - it } ?: 0)

    val runs get() = since != null

    /** From [elapsedMs] on. */
    fun show(elapsedMs: Long, minutes: Int, running: Boolean) {
        this.minutes = minutes
        before = elapsedMs
        over = elapsedMs >= full
        since = if (running) SystemClock.elapsedRealtime() else null
        count()
    }

    fun rest() {
        before = elapsed
        since = null
        count()
    }

    fun run() {
        if (since == null) since = SystemClock.elapsedRealtime()
        count()
    }

    private val full get() = minutes * 60_000L

    private fun count() {
        removeCallbacks(tick)
        val now = elapsed
        invalidate()
        contentDescription = context.getString(R.string.timer_spoken, now / 60_000, now / 1000 % 60, of())
        if (!over && now >= full) {
            over = true
            performHapticFeedback(HapticFeedbackConstants.LONG_PRESS)
            onOver()
        }
        if (since == null) return
        if (now / STORED != told / STORED) onTime(now)
        told = now
        postDelayed(tick, 1000 - now % 1000)
    }

    private fun of() = context.resources.getQuantityString(R.plurals.of_minutes, minutes, minutes)

    override fun onMeasure(widthSpec: Int, heightSpec: Int) {
        val side = dp(232f).toInt()
        setMeasuredDimension(side, side)
    }

    override fun onDraw(canvas: Canvas) {
        val middle = width / 2f
        val edge = dp(4f)
        canvas.drawCircle(middle, middle, middle - edge, track)
        val share = (elapsed.toFloat() / full).coerceAtMost(1f)
        canvas.drawArc(edge, edge, width - edge, height - edge, -90f, 360f * share, false, done)
        val seconds = elapsed / 1000
        val time = context.getString(R.string.clock_time, seconds / 60, seconds % 60)
        canvas.drawText(time, middle, middle + number.drop - small.fontSpacing / 2, number)
        canvas.drawText(of(), middle, middle + number.fontSpacing / 2 + small.drop, small)
    }

    override fun onDetachedFromWindow() {
        removeCallbacks(tick)
        super.onDetachedFromWindow()
    }

    private companion object {
        /** Milliseconds between two times that are stored. */
        const val STORED = 15_000L
    }
}
