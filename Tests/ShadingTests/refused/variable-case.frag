// 4:35: There is no variable 'Amount'. Did you mean 'amount'?
precision mediump float;
void main() {
    float amount = 1.0; float b = Amount;
}
