/** The breathing disc: grows and shrinks with a timed list of breaths and counts each one down. */
package app.saywell.ui

import android.animation.TimeInterpolator
import android.content.Context
import android.graphics.Canvas
import android.graphics.Paint
import android.os.SystemClock
import android.util.AttributeSet
import android.view.View
import android.view.animation.AccelerateDecelerateInterpolator
import app.saywell.R

/** The size of the disc, as a share of the ring, once the breath is over; [HOLD] keeps the one before, [FREE] too and counts nothing. */
enum class Breath(val size: Float) { IN(.96f), OUT(.40f), HOLD(-1f), FREE(-1f) }

/** From [atMs] on, this breath; it lasts until the next cue. The last one only ends the session. */
data class Cue(val atMs: Long, val breath: Breath)

/**
 * [play] hands over the whole session once; nothing is asked of the core afterwards. The view draws itself from the
 * clock, so a frame that is late, a screen that was off or a phone that slept never shifts the breath. With animations turned off
 * the disc stands at 70 % and only the count changes, once a second.
 */
class BreathingView(context: Context, attrs: AttributeSet?) : View(context, attrs) {
    private val ring = stroke(R.color.sw_line, 2f)
    private val disc = fill(R.color.sw_accent_soft)
    private val rim = stroke(R.color.sw_accent, 3f)
    private val count = textPaint(40f, R.color.sw_on_accent_soft).apply { textAlign = Paint.Align.CENTER }
    private val ease: TimeInterpolator = AccelerateDecelerateInterpolator()
    private val tick = Runnable { invalidate() }

    private var cues = emptyList<Cue>()
    private var startedAt = 0L
    private var stoppedAt: Long? = 0L
    private var told = -1

    /** Whether the seconds that are left of a breath stand in the disc. */
    var counts = true

    /** Once for every breath, for the word below the disc. */
    var onBreath: (Breath) -> Unit = {}

    /** [startMs] is how far into the session to begin: after a pause, or after the screen was rebuilt. */
    fun play(cues: List<Cue>, startMs: Long = 0) {
        this.cues = cues
        startedAt = SystemClock.elapsedRealtime() - startMs
        stoppedAt = null
        told = -1
        invalidate()
    }

    fun stop() {
        stoppedAt = SystemClock.elapsedRealtime() - startedAt
        removeCallbacks(tick)
        invalidate()
    }

    /** On from where it was stopped. */
    fun go() = stoppedAt?.let { play(cues, it) }

    override fun onMeasure(widthSpec: Int, heightSpec: Int) {
        val most = dp(if (isLow) 136f else 272f).toInt()
        val side = minOf(most, getDefaultSize(most, widthSpec))
        setMeasuredDimension(side, side)
    }

    override fun onDraw(canvas: Canvas) {
        val now = stoppedAt ?: (SystemClock.elapsedRealtime() - startedAt)
        val i = cues.indexOfLast { it.atMs <= now }
        if (i < 0) return
        tell(i)
        val middle = width / 2f
        val full = middle - dp(2f)
        canvas.drawCircle(middle, middle, full, ring)
        canvas.drawCircle(middle, middle, full * Breath.OUT.size, ring)
        val size = full * if (moves) size(i, now) else .70f
        canvas.drawCircle(middle, middle, size, disc)
        canvas.drawCircle(middle, middle, size, rim)
        val next = cues.getOrNull(i + 1)?.atMs ?: return
        if (counts && cues[i].breath != Breath.FREE) canvas.drawText("%d".format((next - now + 999) / 1000), middle, middle + count.drop, count)
        if (stoppedAt == null) waitForNext(now)
    }

    private fun size(i: Int, now: Long): Float {
        val from = settled(i - 1)
        val to = settled(i)
        val length = (cues.getOrNull(i + 1)?.atMs ?: return to) - cues[i].atMs
        return from + (to - from) * ease.getInterpolation((now - cues[i].atMs).toFloat() / length)
    }

    /** Where the disc rests after cue [i]; a hold keeps what came before. */
    private fun settled(i: Int): Float =
        cues.take(i + 1).lastOrNull { it.breath.size > 0 }?.breath?.size ?: Breath.OUT.size

    /** Posted: changing a text asks for a layout, and that must not happen while drawing. */
    private fun tell(i: Int) {
        if (i == told) return
        told = i
        post { onBreath(cues[i].breath) }
    }

    private fun waitForNext(now: Long) {
        removeCallbacks(tick)
        if (moves) postInvalidateOnAnimation() else postDelayed(tick, 1000 - now % 1000)
    }

    override fun onDetachedFromWindow() {
        removeCallbacks(tick)
        super.onDetachedFromWindow()
    }
}
