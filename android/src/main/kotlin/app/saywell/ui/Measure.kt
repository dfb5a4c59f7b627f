/** Sizes, colours and text paints for the views that draw for themselves. */
package app.saywell.ui

import android.graphics.Paint
import android.graphics.Typeface
import android.util.TypedValue
import android.view.View
import android.view.accessibility.AccessibilityNodeInfo
import android.view.accessibility.AccessibilityNodeInfo.AccessibilityAction
import app.saywell.R

fun View.dp(value: Float) = TypedValue.applyDimension(TypedValue.COMPLEX_UNIT_DIP, value, resources.displayMetrics)

/** Not fontScale * density: from API 34 on, text grows on a curve. */
fun View.sp(value: Float) = TypedValue.applyDimension(TypedValue.COMPLEX_UNIT_SP, value, resources.displayMetrics)

fun View.color(id: Int) = context.getColor(id)

val View.isRtl get() = layoutDirection == View.LAYOUT_DIRECTION_RTL

/** Text is this much larger than the reader's neighbour sees it. */
val View.textScale get() = sp(16f) / dp(16f)

fun View.textPaint(size: Float, color: Int, medium: Boolean = false) = Paint(Paint.ANTI_ALIAS_FLAG).apply {
    textSize = sp(size)
    this.color = color(color)
    typeface = if (medium) mediumType() else Typeface.SANS_SERIF
}

fun View.fill(color: Int) = Paint(Paint.ANTI_ALIAS_FLAG).apply { this.color = color(color) }

fun View.stroke(color: Int, width: Float) = fill(color).apply { style = Paint.Style.STROKE; strokeWidth = dp(width) }

/** Too low for one thing below another. */
val View.isLow get() = resources.configuration.screenHeightDp < 480

/** From the middle of a text to its baseline. */
val Paint.drop get() = -(ascent() + descent()) / 2

fun View.mediumType(): Typeface =
    Typeface.create(context.getString(R.string.medium_font), resources.getInteger(R.integer.medium_style))

fun View.showIf(shown: Boolean) { visibility = if (shown) View.VISIBLE else View.GONE }

/** Read as a heading, from API 28 on. */
fun View.setHeading() { if (android.os.Build.VERSION.SDK_INT >= 28) isAccessibilityHeading = true }

/** A touch does [act]; a screen reader says that it does [what]. */
fun View.does(what: Int, act: () -> Unit) {
    setOnClickListener { act() }
    accessibilityDelegate = object : View.AccessibilityDelegate() {
        override fun onInitializeAccessibilityNodeInfo(host: View, info: AccessibilityNodeInfo) {
            super.onInitializeAccessibilityNodeInfo(host, info)
            info.addAction(AccessibilityAction(AccessibilityNodeInfo.ACTION_CLICK, context.getString(what)))
        }
    }
}
