package app.saywell.scenario

import android.annotation.SuppressLint
import android.content.Context
import android.graphics.Canvas
import android.util.AttributeSet
import android.view.MotionEvent
import android.view.View
import app.saywell.R
import app.saywell.ui.dp
import app.saywell.ui.fill
import app.saywell.ui.stroke

/**
 * A round button that is held. [onHold] hears of the finger, and of its end: when it is lifted, when something takes it away, and when the page is no
 * longer what is in front, as when a call comes or the screen goes off.
 */
class HoldButton(context: Context, attrs: AttributeSet?) : View(context, attrs) {
    private val idle = stroke(R.color.sw_line, 6f)
    private val held = stroke(R.color.sw_accent, 6f)
    private val disc = fill(R.color.sw_accent)
    private val eye = context.getDrawable(R.drawable.ic_eye)!!.mutate().apply { setTint(context.getColor(R.color.sw_on_accent)) }

    var onHold: (Boolean) -> Unit = {}

    var holding = false
        private set(value) {
            if (field == value) return
            field = value
            invalidate()
            onHold(value)
        }

    init {
        isClickable = true
        isFocusable = true
    }

    /** A tap does nothing: the twin below is for who cannot hold. */
    @SuppressLint("ClickableViewAccessibility")
    override fun onTouchEvent(event: MotionEvent): Boolean {
        when (event.actionMasked) {
            MotionEvent.ACTION_DOWN -> {
                parent.requestDisallowInterceptTouchEvent(true)
                holding = true
            }
            MotionEvent.ACTION_UP, MotionEvent.ACTION_CANCEL -> holding = false
        }
        return true
    }

    override fun onWindowFocusChanged(hasFocus: Boolean) {
        super.onWindowFocusChanged(hasFocus)
        if (!hasFocus) holding = false
    }

    override fun onDetachedFromWindow() {
        holding = false
        super.onDetachedFromWindow()
    }

    override fun onDraw(canvas: Canvas) {
        val middle = width / 2f
        canvas.drawCircle(middle, middle, middle - dp(4f), if (holding) held else idle)
        canvas.drawCircle(middle, middle, dp(40f), disc)
        val half = dp(16f).toInt()
        eye.setBounds(middle.toInt() - half, middle.toInt() - half, middle.toInt() + half, middle.toInt() + half)
        eye.draw(canvas)
    }
}
