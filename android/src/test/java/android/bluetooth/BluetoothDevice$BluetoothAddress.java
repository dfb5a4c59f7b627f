package android.bluetooth;

/** The framework's audio service names this class, which the framework of the tests lacks; without it no MediaPlayer can be made. */
public class BluetoothDevice$BluetoothAddress { }
